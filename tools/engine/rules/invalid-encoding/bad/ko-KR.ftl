room-not-found = 방이 없습니다
room-full = 방이 가득 찼습니다
# 방 🙂 ��
